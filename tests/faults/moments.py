"""Moments of a build, as the file operations by which they are known."""

STAGING = r"/\.gongshi-\d+-[^/]+"

STARTING = rf"^os\.mkdir .*{STAGING} "
ENGINE = rf"^open w .*{STAGING}/about\.html"
RECORD = rf"^open w .*{STAGING}/projects/SL"
LIST = rf"^open w .*{STAGING}/places/"
DATA = rf"^open w .*{STAGING}/data/"
SEARCH = rf"^open w .*{STAGING}/assets/gongshi/search/"
ADOPTING = rf"^os\.rename .*/site\.spare .*{STAGING}"
ADOPTED = rf"^os\.rename .*{STAGING}/about\.html .*{STAGING}/about\.html"
LAYING_ASIDE = rf"^os\.rename .*{STAGING} .*/site\.spare"
PARTS = r"^open w .*/parts-[^/]+/"
EXCHANGE = r"^ctypes\.dlsym .*renameat2"
KEPT_RECORDS = r"^open w .*/\.gongshi-cache/records/"
KEPT_SITE = r"^open w .*/\.gongshi-cache/site-"
SAVED_SITE = r"^os\.rename .*/\.gongshi-cache/site-"
TOLD = r"^open w .*/\.gongshi-cache/told-"
READING = r"^open r .*/data/projects/"

IN_STAGING = {"engine": ENGINE, "record": RECORD, "list": LIST, "data": DATA, "search": SEARCH}
