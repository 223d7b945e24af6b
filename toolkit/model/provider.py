"""The training provider (soggetto attuatore): who teaches, where and with what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolkit.model.identifiers import Email, Phone, PostalCode, Province, TaxCode, VatNumber
from toolkit.model.moments import DateRange, Day, YearDay
from toolkit.model.numbers import Amount, Count, Hours, SquareMetres
from toolkit.model.record import Record
from toolkit.model.week import Week
from toolkit.model.words import Line, Prose, UnitCode, YesNo


class Address(Record):
    """Where something is."""

    street: Line
    """Via e numero civico."""
    postcode: PostalCode | None = None
    """Il CAP."""
    town: Line
    """Il comune."""
    province: Province
    """La sigla della provincia, per esempio PE."""

    def __str__(self) -> str:
        town = f"{self.postcode} {self.town}" if self.postcode else self.town
        return f"{self.street}, {town} ({self.province})"


class Accreditation(Record):
    """The regional accreditation of the provider."""

    code: Line | None = None
    """Il codice di accreditamento."""
    act: Line | None = None
    """L'atto di accreditamento, con numero e data."""


class Person(Record):
    """Someone with a part in the course who does not teach in it."""

    name: Line
    """Nome e cognome."""
    title: Line | None = None
    """Il titolo di studio o la qualifica."""
    experience_years: Amount | None = None
    """Gli anni di esperienza nel ruolo."""


class Staff(Record):
    """Who runs the course."""

    director: Person | None = None
    """Il direttore del corso."""
    coordinator: Person | None = None
    """Il coordinatore didattico."""
    tutors: tuple[Person, ...] = ()
    """I tutor d'aula."""


class Trainer(Record):
    """Someone who teaches."""

    name: Line
    """Nome e cognome: con questo nome il corso indica il formatore."""
    tax_code: TaxCode | None = None
    """Il codice fiscale, che lo riconosce anche nei corsi di un altro ente."""
    title: Line | None = None
    """Il titolo di studio."""
    sector: Line | None = None
    """Il settore dell'esperienza."""
    experience_years: Amount | None = None
    """Gli anni di esperienza professionale o di insegnamento nel settore."""
    expert: YesNo = False
    """true se è un esperto proveniente dal mondo del lavoro."""
    teaches: dict[Line, tuple[UnitCode, ...]] | None = None
    """Per ogni standard (o una sua versione: …@2023-04-19), le unità che può insegnare."""
    availability: Week | None = None
    """Le fasce della settimana in cui può insegnare; se manca, tutte."""
    absences: tuple[DateRange, ...] = ()
    """I giorni in cui non può insegnare."""
    max_hours: Hours | None = None
    """Le ore al massimo in questo corso."""
    contract_until: Day | None = None
    """L'ultimo giorno del contratto."""

    def taught(self, reference: str) -> tuple[str, tuple[UnitCode, ...]] | None:
        """Return the units taught under the standard *reference*, and the key that says so.

        None means any unit. What is written for the version goes before what is written for
        the standard, since units may have other numbers there.
        """
        if self.teaches is None:
            return None
        every_version = reference.partition("@")[0]
        key = reference if reference in self.teaches else every_version
        return key, self.teaches.get(key, ())

    def may_teach(self, unit: str, reference: str) -> bool:
        """Return whether the list of units, where there is one, names *unit* of a standard."""
        taught = self.taught(reference) if self.teaches is not None else None
        return taught is None or unit in taught[1]


class RoomKind(StrEnum):
    """What a room is for."""

    CLASSROOM = "classroom"
    LABORATORY = "laboratory"


class Room(Record):
    """A room where lessons take place."""

    name: Line
    """Il nome dell'aula: con questo nome il corso la indica."""
    kind: RoomKind = RoomKind.CLASSROOM
    """classroom: aula; laboratory: laboratorio."""
    area: SquareMetres | None = None
    """La superficie in m²."""
    capacity: Count | None = None
    """Quanti allievi contiene."""
    pcs: Amount = 0
    """Quanti pc per gli allievi ha."""
    accessible: YesNo | None = None
    """true se è accessibile a persone con disabilità."""
    availability: Week | None = None
    """Le fasce della settimana in cui è libera; se manca, tutte."""
    closures: tuple[DateRange, ...] = ()
    """I giorni in cui non è libera."""


class EquipmentItem(Record):
    """Something the provider makes available for the course."""

    name: Line
    """L'attrezzatura."""
    quantity: Count = 1
    """Quante ce ne sono."""
    room: Line | None = None
    """L'aula in cui si trova."""


class Platform(Record):
    """The distance-learning platform."""

    name: Line
    """Il nome della piattaforma."""
    tracking: Prose | None = None
    """Come la piattaforma traccia presenze e attività."""
    address: Line | None = None
    """L'indirizzo della piattaforma."""


class Provider(Record):
    """The organisation that runs the course and answers for the dossier."""

    name: Line
    """La denominazione."""
    legal_form: Line | None = None
    """La natura giuridica, per esempio S.r.l. o associazione."""
    tax_code: TaxCode | None = None
    """Il codice fiscale."""
    vat_number: VatNumber | None = None
    """La partita IVA."""
    seat: Address
    """La sede legale."""
    pec: Email | None = None
    """L'indirizzo di posta elettronica certificata."""
    email: Email | None = None
    """L'indirizzo di posta elettronica."""
    phone: Phone | None = None
    """Il telefono."""
    website: Line | None = None
    """Il sito."""
    legal_representative: Line | None = None
    """Nome e cognome del legale rappresentante."""
    accreditation: Accreditation = Accreditation()
    """L'accreditamento regionale."""
    logo: Line | None = None
    """Il file del logo (PNG o JPEG), accanto a questo file."""
    staff: Staff = Staff()
    """Direzione, coordinamento e tutoraggio."""
    trainers: Annotated[tuple[Trainer, ...], Field(min_length=1)]
    """I formatori."""
    rooms: Annotated[tuple[Room, ...], Field(min_length=1)]
    """Le aule e i laboratori."""
    equipment: tuple[EquipmentItem, ...] = ()
    """Le attrezzature, oltre ai pc dei laboratori."""
    platform: Platform | None = None
    """La piattaforma per la formazione a distanza."""
    closures: tuple[DateRange, ...] = ()
    """I giorni di chiusura dell'ente."""
    patron_saint: YearDay | None = None
    """La festa patronale del comune della sede (mese-giorno), se non è un capoluogo."""

    def __hash__(self) -> int:
        """Return what tells providers apart well enough; all they say takes long to go through."""
        return hash(self.name)
