"""Virtual people who live through journeys, so that rules meet lives they could fail. Dice come in."""
