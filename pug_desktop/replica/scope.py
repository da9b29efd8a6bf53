"""Where a record belongs: "36" a province, "36.71" a kabupaten/kota, "36.71/<office id>" one office in it."""


def contains(outer: str, inner: str) -> bool:
    """Whether `inner` is `outer` or lies below it."""
    return inner == outer or inner.startswith((outer + ".", outer + "/"))


def of_office(region_code: str, office_id: str) -> str:
    """The scope of one office."""
    return f"{region_code}/{office_id}"


def above(scope: str) -> tuple[str, ...]:
    """The wider scopes that contain a scope, the widest first."""
    wider = [province_of(scope)]
    if scope != region_of(scope):
        wider.append(region_of(scope))
    return tuple(each for each in dict.fromkeys(wider) if each != scope)


def region_of(scope: str) -> str:
    """The region code of a scope."""
    return scope.partition("/")[0]


def province_of(scope: str) -> str:
    """The province code of a scope."""
    return scope[:2]


def office_of(scope: str) -> str | None:
    """The office id of a scope; None above an office."""
    return scope.partition("/")[2] or None


def role_of(scope: str) -> str:
    """The role of the office whose scope this is: opd, kabkota, provinsi."""
    if office_of(scope):
        return "opd"
    return "kabkota" if "." in scope else "provinsi"
