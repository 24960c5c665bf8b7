"""What comes from the room (phones, cards, scans, badges), turned into actions."""
