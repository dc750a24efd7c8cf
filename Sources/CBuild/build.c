#include "build.h"

// Package.swift says both where the Makefile told it: this file alone is compiled anew for another commit.
#ifndef BROADSHEET_COMMIT
#define BROADSHEET_COMMIT ""
#endif
#ifndef BROADSHEET_COMMIT_DATE
#define BROADSHEET_COMMIT_DATE ""
#endif

const char *broadsheet_commit(void) { return BROADSHEET_COMMIT; }

const char *broadsheet_commit_date(void) { return BROADSHEET_COMMIT_DATE; }
