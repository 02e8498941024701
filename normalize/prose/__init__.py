"""Allocations in running text: lists of recipients and sums (甲县310万元、乙县250万元) without a table."""
