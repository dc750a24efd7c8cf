#ifndef BROADSHEET_BUILD_H
#define BROADSHEET_BUILD_H

/// The commit that the program was built from, shortened; an empty text where nobody said.
const char *broadsheet_commit(void);

/// The date of that commit, such as 2026-11-23; an empty text where nobody said.
const char *broadsheet_commit_date(void);

#endif
