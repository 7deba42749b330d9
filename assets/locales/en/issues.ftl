# What can be wrong with a record: the kind in a few words.

issue-syntax = Not JSON
issue-truncated = The file ends in the middle of the record
issue-too-large = The record is too large to be read
issue-not-a-feature = Not a GeoJSON feature
issue-geometry-malformed = The geometry is malformed
issue-coordinate-out-of-range = A coordinate lies outside the world
issue-date-missing = The date is empty or not text
issue-date-malformed = The date is not in EDTF form
issue-date-no-such-day = The calendar has no such date
issue-date-ambiguous = Day and month cannot be told apart
issue-date-no-zone = The time of day has no offset from UTC
issue-date-reversed = The interval ends before it begins
issue-value-unknown = A word that the profile does not know
issue-type-wrong = A value of the wrong type
issue-range-reversed = The low number lies above the high one
issue-id-duplicate = The id is already taken
issue-source-unknown = The source is not listed
issue-related-unknown = The related record is not in the data
issue-order-circular = The order leads back to the record itself
issue-order-contradicted = The dates contradict this order
