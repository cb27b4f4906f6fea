"""From words to structure: clauses, coordination, numbers, money, dates, figures, attendance."""
