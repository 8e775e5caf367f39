"""
Facts: what a short line says, read without knowing the document it stands in.

Each reader takes a string and gives a small tuple or None. The strip stages ask *whether* a line is a date, a byline, a
credit or an address; the metadata asks *what* it says; both ask here, so that they cannot disagree. A reader must be
sure: a sentence that begins like a date or a byline is a sentence, and its reader says None.
"""
