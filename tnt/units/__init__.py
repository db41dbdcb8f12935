"""Text with a unit -> float in a canonical unit: minutes, hours, a share of 1, events per year."""

from tnt.units.new_cases import incidence as incidence
from tnt.units.people import cases as cases
from tnt.units.people import people as people
from tnt.units.people import some_people as some_people
from tnt.units.plain_numbers import number as number
from tnt.units.plain_numbers import positive as positive
from tnt.units.plain_numbers import ratio as ratio
from tnt.units.plain_numbers import weeks as weeks
from tnt.units.shares import change_in_share as change_in_share
from tnt.units.shares import level as level
from tnt.units.shares import percent as percent
from tnt.units.shares import share as share
from tnt.units.shares import signed_percent as signed_percent
from tnt.units.text import brief as brief
from tnt.units.text import possible as possible
from tnt.units.times import course_years as course_years
from tnt.units.times import hours_of_post_per_year as hours_of_post_per_year
from tnt.units.times import hours_per_week as hours_per_week
from tnt.units.times import hours_per_year as hours_per_year
from tnt.units.times import is_per_year as is_per_year
from tnt.units.times import minutes as minutes
from tnt.units.times import per_year as per_year
from tnt.units.times import some_years as some_years
from tnt.units.times import year_or_more as year_or_more
from tnt.units.times import years as years
