"""The papers of a play: cards, clues, sheets to fill in, the host's page, the facilitator's script."""
