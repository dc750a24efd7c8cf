#pragma once

#include <errno.h>
#include <stdio.h>

/* Two names in one step: what was called `a` is called `b` from then on, and the other way round. The C library's own
   declarations are hidden from Swift (glibc shows renameat2 to _GNU_SOURCE only), hence these.
   0, or -1 with errno: ENOSYS, EINVAL or ENOTSUP where the kernel or the file system cannot do it. */
#if defined(__APPLE__)
static inline int exchange_paths(const char *a, const char *b) {
    return renamex_np(a, b, RENAME_SWAP);
}
#elif defined(__linux__)
extern int renameat2(int, const char *, int, const char *, unsigned int);

static inline int exchange_paths(const char *a, const char *b) {
    const int currentFolder = -100;      /* AT_FDCWD */
    const unsigned int exchange = 1 << 1; /* RENAME_EXCHANGE */
    return renameat2(currentFolder, a, currentFolder, b, exchange);
}
#else
static inline int exchange_paths(const char *a, const char *b) {
    (void)a;
    (void)b;
    errno = ENOSYS;
    return -1;
}
#endif

/* Waits until all that was written to the file system of an open file lies on its disk.
   0, or -1 with errno: ENOSYS where there is no such call. */
#if defined(__linux__)
extern int syncfs(int);

static inline int sync_file_system(int file) {
    return syncfs(file);
}
#else
static inline int sync_file_system(int file) {
    (void)file;
    errno = ENOSYS;
    return -1;
}
#endif
