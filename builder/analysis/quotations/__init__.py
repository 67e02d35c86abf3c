"""Direct quotations: where quotation marks enclose words, who speaks by the words next to the marks, and which
quotations of several texts are one utterance.

Rules only, no model: a speaker is given where a set form stands next to the marks, else left open. Unmarked and
indirect speech is not looked for.
"""
