"""Posts by WHO's Workload Indicators of Staffing Need: each factor, and the posts they make."""


def category_allowance_factor(support_share: float) -> float:
    """By what support work multiplies the posts: `support_share` (0 to below 1) of everybody's time. [WHO 2010]"""
    return 1 / (1 - support_share)


def individual_allowance_factor(individual_allowance_hours: float, gross_hours_per_post: float) -> float:
    """Posts that what only some of the staff do takes, from its hours a year. [WHO 2010]"""
    return individual_allowance_hours / gross_hours_per_post


def wisn_required_posts(
    activity_hours: float,
    gross_hours_per_post: float,
    support_share: float = 0.0,
    individual_allowance_hours: float = 0.0,
) -> float:
    """Posts by WHO's Workload Indicators of Staffing Need: activity posts x category allowance + individual allowance.

    `activity_hours` a year with patients, `support_share` (0 to below 1) of everybody's time for other work, and
    `individual_allowance_hours` a year for what only some of the staff do. Support work stands here or in a reserve,
    never in both. Posts are not rounded. [WHO 2010]
    """
    activity_posts = activity_hours / gross_hours_per_post * category_allowance_factor(support_share)
    return activity_posts + individual_allowance_factor(individual_allowance_hours, gross_hours_per_post)
