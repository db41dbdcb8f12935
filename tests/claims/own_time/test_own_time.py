from tests.claims.areas import faults


def test_every_sentence_of_the_patients_own_time_holds() -> None:
    assert faults("own_time") == []
