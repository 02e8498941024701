"""Packages all the way down where files of one name stand in several folders."""
