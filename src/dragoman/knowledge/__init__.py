"""Identities, without a word of any language: states, organisations, groups and who belongs to what."""

from dragoman.knowledge.organizations import (
    Group,
    Membership,
    Organization,
    groups,
    members,
    memberships,
    name_of,
    organizations,
)
from dragoman.knowledge.states import Capital, State, by_alpha2, states

__all__ = [
    "Capital",
    "Group",
    "Membership",
    "Organization",
    "State",
    "by_alpha2",
    "groups",
    "members",
    "memberships",
    "name_of",
    "organizations",
    "states",
]
