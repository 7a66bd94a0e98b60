"""Estimators with their intervals, checked against R."""
