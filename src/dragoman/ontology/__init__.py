"""PLOVER as data: types, modes, intensities, contexts, and the acts that every language's words express."""

from dragoman.ontology.loader import Act, EventType, Mode, Ontology, ontology

__all__ = ["Act", "EventType", "Mode", "Ontology", "ontology"]
