#ifdef __linux__
#define _GNU_SOURCE
#include "FaultyDisk.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static char root[4096];
static size_t rootLength;
static int logFile = -1;
static int strikesAt;
static int error; /* 0: kill */
static int lasts;
static int forbidsExchange;
static const char *from;
static atomic_int hasBegun;
static atomic_int count;

static void killAfter(long microseconds) {
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
    struct itimerspec when = {.it_value = {microseconds / 1000000, microseconds % 1000000 * 1000 + 1}};
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &when, NULL);
}

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("FAULTY_DISK_ROOT"), *log = getenv("FAULTY_DISK_LOG");
    const char *at = getenv("FAULTY_DISK_AT"), *does = getenv("FAULTY_DISK_DOES");
    const char *after = getenv("FAULTY_DISK_KILL_AFTER");
    if (log) logFile = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    strikesAt = at ? atoi(at) : 0;
    error = does && strcmp(does, "kill") != 0 ? atoi(does) : 0;
    lasts = getenv("FAULTY_DISK_LASTS") != NULL;
    forbidsExchange = getenv("FAULTY_DISK_NO_EXCHANGE") != NULL;
    from = getenv("FAULTY_DISK_FROM");
    if (after) killAfter(atol(after));
    if (folder && strlen(folder) < sizeof root) {
        strcpy(root, folder);
        rootLength = strlen(root);
    }
}

static void note(const char *line) {
    if (logFile >= 0) (void)syscall(SYS_write, logFile, line, strlen(line));
}

static int isInside(const char *path) {
    return rootLength && strncmp(path, root, rootLength) == 0 && (path[rootLength] == '/' || path[rootLength] == 0);
}

/* The path of an open file, or of the working directory; empty where there is no telling. */
static void nameOf(int file, char name[4096]) {
    char link[64];
    if (file == AT_FDCWD) {
        strcpy(link, "/proc/self/cwd");
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    }
    ssize_t length = readlink(link, name, 4095);
    name[length < 0 ? 0 : length] = 0;
}

static int concerns(int folder, const char *path, char full[8192]) {
    if (!rootLength || !path) return 0;
    if (path[0] == '/') {
        snprintf(full, 8192, "%s", path);
    } else {
        char above[4096];
        nameOf(folder, above);
        snprintf(full, 8192, "%s/%s", above, path);
    }
    return isInside(full);
}

static int concernsFile(int file, char full[8192]) {
    if (!rootLength || file <= 2) return 0;
    nameOf(file, full);
    return isInside(full);
}

static void die(void) {
    note("struck\n");
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Counts a call; whether it has to be the last, or has to fail with `errno`. */
static int isStruck(const char *call, const char *path, int takesSpace) {
    if (from && !atomic_load(&hasBegun)) {
        if (strcmp(call, from) == 0) atomic_store(&hasBegun, 1);
        return 0;
    }
    int number = atomic_fetch_add(&count, 1) + 1;
    char line[8400];
    snprintf(line, sizeof line, "%d %s %s\n", number, call, path);
    note(line);
    if (!strikesAt || (number != strikesAt && !(lasts && takesSpace && number > strikesAt))) return 0;
    if (error) {
        note("struck\n");
        errno = error;
    }
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define STRIKE(call, path, takesSpace)            \
    if (isStruck(call, path, takesSpace)) {       \
        if (!error) die();                        \
        return -1;                                \
    }

#define AT_PATH(call, folder, path, takesSpace)                                   \
    char full[8192];                                                              \
    if (concerns(folder, path, full)) { STRIKE(call, full, takesSpace) }

#define AT_FILE(call, file, takesSpace)                                           \
    char full[8192];                                                              \
    if (concernsFile(file, full)) { STRIKE(call, full, takesSpace) }

#define MODE(flags)                               \
    mode_t mode = 0;                              \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {      \
        va_list rest;                             \
        va_start(rest, flags);                    \
        mode = va_arg(rest, mode_t);              \
        va_end(rest);                             \
    }

/* Only what makes or empties a file changes anything. */
static int changes(int folder, const char *path, int flags) {
    struct stat status;
    if (flags & O_TRUNC) return 1;
    return (flags & O_CREAT) && ((flags & O_EXCL) || fstatat(folder, path, &status, 0) != 0);
}

int open(const char *path, int flags, ...) {
    MODE(flags)
    if (changes(AT_FDCWD, path, flags)) { AT_PATH("open", AT_FDCWD, path, 1) }
    return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    if (changes(AT_FDCWD, path, flags)) { AT_PATH("open", AT_FDCWD, path, 1) }
    return NEXT(open64)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    if (changes(folder, path, flags)) { AT_PATH("open", folder, path, 1) }
    return NEXT(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags)
    if (changes(folder, path, flags)) { AT_PATH("open", folder, path, 1) }
    return NEXT(openat64)(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode) {
    AT_PATH("open", AT_FDCWD, path, 1)
    return NEXT(creat)(path, mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
    char full[8192];
    if (concernsFile(file, full) && isStruck("write", full, 1)) {
        if (error) return -1;
        syscall(SYS_write, file, bytes, size / 2);
        die();
    }
    return NEXT(write)(file, bytes, size);
}

static ssize_t writeAt(int file, const void *bytes, size_t size, off_t offset, int *isDone) {
    char full[8192];
    if (concernsFile(file, full) && isStruck("pwrite", full, 1)) {
        *isDone = 1;
        if (error) return -1;
        syscall(SYS_pwrite64, file, bytes, size / 2, offset);
        die();
    }
    return 0;
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    int isDone = 0;
    ssize_t result = writeAt(file, bytes, size, offset, &isDone);
    return isDone ? result : NEXT(pwrite)(file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    int isDone = 0;
    ssize_t result = writeAt(file, bytes, size, offset, &isDone);
    return isDone ? result : NEXT(pwrite64)(file, bytes, size, offset);
}

int ftruncate(int file, off_t size) {
    AT_FILE("ftruncate", file, 0)
    return NEXT(ftruncate)(file, size);
}

int ftruncate64(int file, off64_t size) {
    AT_FILE("ftruncate", file, 0)
    return NEXT(ftruncate64)(file, size);
}

/* Nobody waits for the disk: what a killed program wrote, the system has, and hundreds of runs are to take minutes. */
int fsync(int file) {
    AT_FILE("fsync", file, 0)
    return 0;
}

int fdatasync(int file) {
    AT_FILE("fdatasync", file, 0)
    return 0;
}

int syncfs(int file) {
    AT_FILE("syncfs", file, 0)
    return 0;
}

int link(const char *old, const char *new) {
    AT_PATH("link", AT_FDCWD, new, 1)
    return NEXT(link)(old, new);
}

int linkat(int oldFolder, const char *old, int newFolder, const char *new, int flags) {
    AT_PATH("link", newFolder, new, 1)
    return NEXT(linkat)(oldFolder, old, newFolder, new, flags);
}

int symlink(const char *target, const char *path) {
    AT_PATH("symlink", AT_FDCWD, path, 1)
    return NEXT(symlink)(target, path);
}

int rename(const char *old, const char *new) {
    AT_PATH("rename", AT_FDCWD, new, 0)
    return NEXT(rename)(old, new);
}

int renameat(int oldFolder, const char *old, int newFolder, const char *new) {
    AT_PATH("rename", newFolder, new, 0)
    return NEXT(renameat)(oldFolder, old, newFolder, new);
}

int renameat2(int oldFolder, const char *old, int newFolder, const char *new, unsigned int flags) {
    AT_PATH(flags ? "exchange" : "rename", newFolder, new, 0)
    if (flags && forbidsExchange) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(renameat2)(oldFolder, old, newFolder, new, flags);
}

int unlink(const char *path) {
    AT_PATH("unlink", AT_FDCWD, path, 0)
    return NEXT(unlink)(path);
}

int unlinkat(int folder, const char *path, int flags) {
    AT_PATH("unlink", folder, path, 0)
    return NEXT(unlinkat)(folder, path, flags);
}

int rmdir(const char *path) {
    AT_PATH("rmdir", AT_FDCWD, path, 0)
    return NEXT(rmdir)(path);
}

int remove(const char *path) {
    AT_PATH("remove", AT_FDCWD, path, 0)
    return NEXT(remove)(path);
}

int mkdir(const char *path, mode_t mode) {
    AT_PATH("mkdir", AT_FDCWD, path, 1)
    return NEXT(mkdir)(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
    AT_PATH("mkdir", folder, path, 1)
    return NEXT(mkdirat)(folder, path, mode);
}

int chmod(const char *path, mode_t mode) {
    AT_PATH("chmod", AT_FDCWD, path, 0)
    return NEXT(chmod)(path, mode);
}

int fchmod(int file, mode_t mode) {
    AT_FILE("chmod", file, 0)
    return NEXT(fchmod)(file, mode);
}

int chown(const char *path, uid_t user, gid_t group) {
    AT_PATH("chown", AT_FDCWD, path, 0)
    return NEXT(chown)(path, user, group);
}

int fchown(int file, uid_t user, gid_t group) {
    AT_FILE("chown", file, 0)
    return NEXT(fchown)(file, user, group);
}
#endif
