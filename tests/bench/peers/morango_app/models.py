"""Meetings and attendance: the two kinds that nearly all records are of."""

from django.db import models
from morango.models.core import SyncableModel

PROFILE = "pug"


class Record(SyncableModel):
    """What both share: the partition is the region, the id is the record's own."""

    morango_profile = PROFILE

    class Meta:
        abstract = True

    def calculate_source_id(self, *args, **kwargs):
        return self.id

    def calculate_uuid(self):
        return self.id

    def calculate_partition(self, *args, **kwargs):
        return "36.71"


class Meeting(Record):
    morango_model_name = "meeting"
    morango_model_dependencies = ()
    title = models.TextField(null=True, blank=True)
    place = models.TextField(null=True, blank=True)
    day = models.TextField(null=True, blank=True)


class Attendance(Record):
    morango_model_name = "attendance"
    morango_model_dependencies = (Meeting,)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE)
    number = models.IntegerField(null=True, blank=True)
    name = models.TextField(null=True, blank=True)
    sex = models.TextField(null=True, blank=True)
    position = models.TextField(null=True, blank=True)
    office_name = models.TextField(null=True, blank=True)
    office_type = models.TextField(null=True, blank=True)
    office_id = models.TextField(null=True, blank=True)
    person_id = models.TextField(null=True, blank=True)
