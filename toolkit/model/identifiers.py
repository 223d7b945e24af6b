"""Italian identifiers, checked as far as a library can: form and check digits."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from toolkit.model.record import ValueRefusedError


def _tax_code(value: str) -> str:
    # Imported where it is needed: the library's tables are slow to load.
    from stdnum.it import codicefiscale

    if not codicefiscale.is_valid(value):
        raise ValueRefusedError(
            it=f"«{value}» non è un codice fiscale valido; ricontrolla lettere e cifre.",
            en=f"“{value}” is not a valid codice fiscale; check its letters and digits.",
        )
    return str(codicefiscale.compact(value)).upper()


def _vat_number(value: str) -> str:
    from stdnum.it import iva

    if not iva.is_valid(value):
        raise ValueRefusedError(
            it=f"«{value}» non è una partita IVA valida; ricontrolla le undici cifre.",
            en=f"“{value}” is not a valid partita IVA; check its eleven digits.",
        )
    return str(iva.compact(value))


def _email(value: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(value.strip(), check_deliverability=False).normalized
    except EmailNotValidError:
        raise ValueRefusedError(
            it=f"«{value}» non è un indirizzo di posta: scrivilo come ente@pec.example.com.",
            en=f"“{value}” is not a mail address: write it as name@pec.example.com.",
        ) from None


def _phone(value: str) -> str:
    text = " ".join(value.split())
    if not re.fullmatch(r"\+?[0-9 ./()-]{5,25}", text) or sum(c.isdigit() for c in text) < 5:
        raise ValueRefusedError(
            it=f"«{value}» non è un numero di telefono.",
            en=f"“{value}” is not a telephone number.",
        )
    return text


def _postal_code(value: str) -> str:
    if not re.fullmatch(r"[0-9]{5}", value):
        raise ValueRefusedError(
            it=f"«{value}» non è un CAP: sono cinque cifre.",
            en=f"“{value}” is not a postal code: it has five digits.",
        )
    return value


def _province(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueRefusedError(
            it=f"«{value}» non è la sigla di una provincia: per esempio PE.",
            en=f"“{value}” is not the code of a province: for example PE.",
        )
    return value.upper()


TaxCode = Annotated[str, AfterValidator(_tax_code)]
"""A codice fiscale of a person (16 characters) or an organisation (11 digits)."""

VatNumber = Annotated[str, AfterValidator(_vat_number)]
"""A partita IVA: eleven digits, the last of them a check digit."""

Email = Annotated[
    str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})
]
"""A mail address, certified (PEC) or not."""

Phone = Annotated[str, AfterValidator(_phone)]
"""A telephone number."""

PostalCode = Annotated[
    str, AfterValidator(_postal_code), WithJsonSchema({"type": "string", "pattern": r"^\d{5}$"})
]
"""An Italian postal code (CAP)."""

Province = Annotated[
    str, AfterValidator(_province), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2}$"})
]
"""The two letters of an Italian province."""
