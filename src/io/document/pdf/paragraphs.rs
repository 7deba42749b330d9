//! Paragraphs out of lines.

use super::lines::TextLine;

/// How much larger one font may be than the other in one paragraph.
const ALIKE: f64 = 1.15;
/// Sizes of the font from one line of a paragraph to the next.
const STEP: f64 = 2.2;
/// How much further than from the lines before a line may be.
const FURTHER: f64 = 1.2;
/// Ems that a first line is indented at least.
const INDENT: f64 = 0.9;
/// Part of the width that a line before the last may leave empty.
const EMPTY: f64 = 0.2;

/// The paragraphs of a page: lines that follow each other in one column.
pub(super) fn paragraphs_of(lines: &[TextLine]) -> Vec<String> {
    let usual = usual_step(lines);
    let mut list: Vec<Paragraph> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        match list
            .last_mut()
            .filter(|it| it.takes(line, lines.get(place + 1), usual))
        {
            Some(paragraph) => paragraph.add(line),
            None => list.push(Paragraph::of(line)),
        }
    }
    list.into_iter().map(|it| it.text).collect()
}

/// The step from line to line that most have, in sizes of their font; the widest there may be where there is none.
fn usual_step(lines: &[TextLine]) -> f64 {
    let neighbours = lines.iter().zip(lines.iter().skip(1));
    let steps = neighbours.map(|(above, below)| (below.baseline - above.baseline) / above.size);
    let mut steps: Vec<f64> = steps.filter(|step| (0.5..=STEP).contains(step)).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(STEP)
}

struct Paragraph {
    text: String,
    last: TextLine,
    left: f64,
    right: f64,
    /// From line to line; `None` while it has one.
    step: Option<f64>,
}

impl Paragraph {
    fn of(line: &TextLine) -> Self {
        Self {
            text: line.text.clone(),
            last: line.clone(),
            left: line.left,
            right: line.right,
            step: None,
        }
    }

    /// Whether a line goes on with it; `next` is the line behind that, which shows how wide the
    /// column is, and `usual` the step of most lines.
    fn takes(&self, line: &TextLine, next: Option<&TextLine>, usual: f64) -> bool {
        let last = &self.last;
        let size = last.size.max(line.size);
        let step = line.baseline - last.baseline;
        let is_below = step > 0.5 * size && step <= STEP * size;
        let is_near = step <= self.step.unwrap_or(usual * size) * FURTHER;
        let is_alike = size <= ALIKE * last.size.min(line.size);
        let is_same = last.turns == line.turns && last.is_right_to_left == line.is_right_to_left;
        let overlaps = line.left < self.right && self.left < line.right;
        is_same && is_below && is_near && is_alike && overlaps && !self.is_ended(line, next)
    }

    /// Whether the line before ended early, or this one is indented.
    fn is_ended(&self, line: &TextLine, next: Option<&TextLine>) -> bool {
        let beside = next.filter(|next| next.left < line.right && line.left < next.right);
        let left = beside
            .map_or(line.left, |next| next.left)
            .min(line.left)
            .min(self.left);
        let right = beside
            .map_or(line.right, |next| next.right)
            .max(line.right)
            .max(self.right);
        let (empty, indent) = if line.is_right_to_left {
            (self.last.left - left, self.last.right - line.right)
        } else {
            (right - self.last.right, line.left - self.last.left)
        };
        empty > EMPTY * (right - left) || indent > INDENT * line.size
    }

    fn add(&mut self, line: &TextLine) {
        // A word that is broken off goes on; whether its hyphen is its own nobody can tell, so that it stays.
        let is_broken = self.text.ends_with(['-', '\u{2010}', '\u{ad}']);
        if self.text.ends_with('\u{ad}') {
            self.text.pop();
        }
        if !is_broken {
            self.text.push(' ');
        }
        self.text.push_str(&line.text);
        self.step = Some(line.baseline - self.last.baseline);
        self.left = self.left.min(line.left);
        self.right = self.right.max(line.right);
        self.last = line.clone();
    }
}
