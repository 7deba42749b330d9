# Documents that are read beside the records

reader = Documents
reader-hide = Hide the documents
reader-empty = No document is open. Read one: its text stands here, with the dates, places and numbers that it names.
reader-reading = A document is being read …
reader-close = Close { $name }
reader-about = { $format }, { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}, { $coded ->
    [0] none of them coded
   *[other] { $coded } coded
}
document-text = text
document-telegram = Telegram export
document-single-file = page saved with SingleFile
reader-published = published { $date } by its own word
reader-untold = { $count ->
    [one] { $count } letter that its font does not tell
   *[other] { $count } letters that its font does not tell
}
reader-suggestions = { $count ->
    [one] { $count } proposal
   *[other] { $count } proposals
}
reader-suggestion = Proposed { $kind }: { $value } (rule { $rule })
reader-records = { $count ->
    [one] One record rests on paragraph { $number }. Select it
   *[other] { $count } records rest on paragraph { $number }. Select the next
}
reader-choose-first = Choose words of a document first: drag over them, or go to the next proposal with Alt+N.
reader-no-words = The selected record names no words of this document.
reader-no-date = “{ $words }” names no date. Choose the words that do, or type the date into the form.
reader-no-number = “{ $words }” names no number. Choose the words that do, or type it into the form.
reader-no-name = “{ $words }” is too long for a name. Choose fewer words.
code-record = new record
path-document = Read a document
file-filter-documents = Documents
