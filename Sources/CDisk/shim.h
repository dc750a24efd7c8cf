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

/* The number by which the kernel calls the kind of a file system (linux/magic.h), of what stands at a path, links
   followed, or of an open file. 0 where there is no telling. */
#if defined(__linux__)
#include <sys/statfs.h>

static inline unsigned int file_system_at(const char *path) {
    struct statfs system;
    return statfs(path, &system) == 0 ? (unsigned int)system.f_type : 0;
}

static inline unsigned int file_system_of(int file) {
    struct statfs system;
    return fstatfs(file, &system) == 0 ? (unsigned int)system.f_type : 0;
}
#else
static inline unsigned int file_system_at(const char *path) {
    (void)path;
    return 0;
}

static inline unsigned int file_system_of(int file) {
    (void)file;
    return 0;
}
#endif
