"""Words for codes, dates, durations, money and areas, in the reader's language."""
