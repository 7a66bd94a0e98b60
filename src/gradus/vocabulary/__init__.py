"""The words every room shares: ids, scales, doses, reasons. It imports nothing of ours."""
