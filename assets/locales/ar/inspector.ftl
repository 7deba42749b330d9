# The card of one record.
