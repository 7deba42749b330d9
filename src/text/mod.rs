//! Words: the languages of the program, their order on the line, and how names are found across scripts.

pub mod fold;
