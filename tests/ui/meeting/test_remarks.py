from datetime import date

from pug_desktop.ui.meeting.remarks import CountRemark, count_remark, full_total, overdue_days

TODAY = date(2026, 11, 22)


def test_the_total_is_the_sum_when_both_parts_are_known() -> None:
    assert full_total(34, 41, None) == 75


def test_a_given_total_stays_though_the_parts_are_less() -> None:
    assert full_total(34, 41, 77) == 77


def test_one_part_alone_makes_no_total() -> None:
    assert full_total(34, None, None) is None


def test_persons_whose_sex_is_not_told_are_counted() -> None:
    assert count_remark(34, 41, 77) == CountRemark(unknown=2)
    assert count_remark(None, None, 163) == CountRemark(unknown=163)


def test_parts_that_exceed_the_whole_are_noticed() -> None:
    assert count_remark(100, 80, 163) == CountRemark(excess=17)


def test_an_open_follow_up_is_late_after_its_day() -> None:
    assert overdue_days("2026-11-20", "belum", TODAY) == 2
    assert overdue_days("2026-11-22", "proses", TODAY) == 0


def test_what_is_done_or_has_no_day_is_never_late() -> None:
    assert overdue_days("2020-01-01", "selesai", TODAY) == 0
    assert overdue_days(None, "belum", TODAY) == 0
