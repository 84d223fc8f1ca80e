"""Days, months and years as laws count them: pure arithmetic, without knowledge of any treaty or case."""
