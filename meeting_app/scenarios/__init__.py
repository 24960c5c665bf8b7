"""Scenarios as files: one text (restricted YAML, or JSON of the same tree), alone or zipped with pictures.

    read_text(data, "scenario.yaml")   → Document: the scenario and the line of everything in it; YamlError
    write_text(scenario)               → the text, which reads back as the same scenario
    read_package(data) / write_package → the zip; Refusal for anything odd in it
    library.shipped()                  → the scenarios that come with the product

The tree of a text is the model of `domain.roleplay.model`, name by name; the few differences are in `shape`.
The JSON Schema at resources/scenarios/scenario.schema.json is made from the same shape.
"""

from meeting_app.scenarios.package import Package, read_package, write_package
from meeting_app.scenarios.text import Document, read_text
from meeting_app.scenarios.writing import write_text

__all__ = ["Document", "Package", "read_package", "read_text", "write_package", "write_text"]
