"""Who is counted: cells of sex and age, lists, cohorts."""
