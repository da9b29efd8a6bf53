"""Three hundred random walks over five replicas; P1 to P13 hold on each of them."""

from hypothesis.stateful import run_state_machine_as_test

from tests.exchange_machine.machine import Exchange
from tests.exchange_machine.settings import ordinary


def test_whatever_sticks_people_and_disks_do_nothing_is_lost_and_all_agree_in_the_end():
    run_state_machine_as_test(Exchange, settings=ordinary())
