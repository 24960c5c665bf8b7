"""The one way in which a rule says no.

`domain/` answers codes and numbers, never sentences; `wording.refusals` turns a refusal into words of the
reader's language.
"""

import copyreg


class Refusal(Exception):
    """An action that was understood and not carried out; nothing was written.

    `code` names the reason (a key of the catalogue `wording.refusals`), `params` carry numbers and names for
    the sentence.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in sorted(self.params.items()))
        return f"{self.code}({details})"

    def __reduce__(self) -> tuple[object, ...]:
        """It may go from process to process, whatever its own way of being made asks for."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class NotKept(Refusal):
    """The place of the records could not take it: disk full, stick gone, file held by another program. It was
    right, and may be done again when the place is well.
    """
