"""The provider, its venue and its equipment, as the documents show them."""

from __future__ import annotations

from toolkit.context.labels import ROOM_KINDS
from toolkit.context.means import EquipmentContext
from toolkit.context.subjects import ProviderContext, RoomContext, VenueContext
from toolkit.model.course import Course
from toolkit.model.provider import Room, RoomKind
from toolkit.placeholders import placeholder
from toolkit.rules.places import pcs_available, pcs_needed


def provider_context(course: Course) -> ProviderContext:
    """Return who runs the course."""
    provider, platform = course.provider, course.provider.platform
    accreditation = provider.accreditation
    return ProviderContext(
        name=provider.name,
        legal_form=provider.legal_form or placeholder("provider.legal_form"),
        tax_code=provider.tax_code or placeholder("provider.tax_code"),
        vat_number=provider.vat_number or placeholder("provider.vat_number"),
        seat=str(provider.seat),
        town=provider.seat.town,
        pec=provider.pec or placeholder("provider.pec"),
        email=provider.email or "",
        phone=provider.phone or placeholder("provider.phone"),
        website=provider.website or "",
        legal_representative=(
            provider.legal_representative or placeholder("provider.legal_representative")
        ),
        accreditation_code=accreditation.code or placeholder("provider.accreditation.code"),
        accreditation_act=accreditation.act or placeholder("provider.accreditation.act"),
        has_logo=provider.logo is not None,
        platform=platform.name if platform else placeholder("provider.platform"),
        platform_tracking=(platform.tracking if platform else None)
        or placeholder("provider.platform.tracking"),
        platform_address=(platform.address if platform else None) or "",
    )


def venue_context(course: Course) -> VenueContext:
    """Return where the course takes place."""
    venue = course.venue
    return VenueContext(
        name=venue.name or course.provider.name,
        address=str(venue.address),
        town=venue.address.town,
        rooms=tuple(_room(room) for room in venue.rooms),
    )


def _room(room: Room) -> RoomContext:
    accessible = {True: "sì", False: "no"}
    return RoomContext(
        name=room.name,
        kind=ROOM_KINDS[room.kind],
        area=placeholder("provider.rooms.*.area") if room.area is None else room.area,
        capacity=(
            placeholder("provider.rooms.*.capacity") if room.capacity is None else room.capacity
        ),
        pcs=room.pcs,
        accessible=(
            placeholder("provider.rooms.*.accessible")
            if room.accessible is None
            else accessible[room.accessible]
        ),
        is_laboratory=room.kind is RoomKind.LABORATORY,
    )


def equipment_context(course: Course) -> EquipmentContext:
    """Return the minimum equipment and what the provider has."""
    shares = [each.learners_per_pc for each in course.standard.equipment if each.learners_per_pc]
    available = tuple(
        f"{item.name} ({item.quantity})" + (f", {item.room}" if item.room else "")
        for item in course.provider.equipment
    )
    with_pcs = tuple(
        f"{room.name}: {room.pcs} pc per gli allievi" for room in course.venue.rooms if room.pcs
    )
    return EquipmentContext(
        required=tuple(each.name for each in course.standard.equipment),
        available=(*with_pcs, *available),
        pcs_needed=pcs_needed(course),
        pcs_available=pcs_available(course),
        learners_per_pc=min(shares, default=0),
    )
