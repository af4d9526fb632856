"""The page Needs: five questions to a class, the totals, and what was done with them."""
