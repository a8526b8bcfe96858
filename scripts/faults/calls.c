// Stands between a program and the C library (LD_PRELOAD), and makes the calls that touch files under one folder fail,
// or writes down what they do. Built and used by the scripts beside it.
//
// CALLS_ROOT     the folder, or two with a colon between; calls on anything else pass untouched. "socket" stands for
//                the sockets instead.
// CALLS_NUMBER   a file of shared memory: the number of the next call, counted over all threads and processes
// CALLS_NAME     the call that fails: read write open mkdir rename unlink fsync truncate chmod, or any
// CALLS_FAULT    EINTR EIO ENOSPC EACCES EMFILE; short: half is read or written; kill, killed: before or after the call
// CALLS_AT       the number of the call that fails, from 1 on; 0: none; -1: every second one
// CALLS_NO_WATCH anything: the file system tells of no changes (inotify fails)
// CALLS_RECORD   a file that gets a line for each call that changes something; RECORD.data gets what was written
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct shared {
    _Atomic int calls;
    _Atomic int faults;
    _Atomic int lock;
    _Atomic long long data;
};

static struct shared own, *shared = &own;
static const char *root, *name, *fault;
static int at, record = -1, data = -1;
static _Thread_local bool is_inside;

#define REAL(function) \
    static __typeof__(&function) real; \
    if (real == NULL) real = (__typeof__(&function))dlsym(RTLD_NEXT, #function)

__attribute__((constructor)) static void start(void) {
    root = getenv("CALLS_ROOT");
    name = getenv("CALLS_NAME");
    fault = getenv("CALLS_FAULT");
    const char *number = getenv("CALLS_AT"), *file = getenv("CALLS_NUMBER"), *path = getenv("CALLS_RECORD");
    at = number ? atoi(number) : 0;
    is_inside = true;
    if (file != NULL) {
        int fd = open(file, O_RDWR | O_CLOEXEC);
        if (fd >= 0) shared = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (fd < 0 || shared == MAP_FAILED) abort();
        close(fd);
    }
    if (path != NULL) {
        char blob[PATH_MAX];
        snprintf(blob, sizeof(blob), "%s.data", path);
        // High numbers, out of the way of a program that looks at its own.
        int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        record = fcntl(fd, F_DUPFD_CLOEXEC, 900);
        close(fd);
        fd = open(blob, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        data = fcntl(fd, F_DUPFD_CLOEXEC, 900);
        close(fd);
        if (record < 0 || data < 0) abort();
    }
    is_inside = false;
}

static bool is_under(const char *path) {
    for (const char *folder = root; folder != NULL; folder = strchr(folder, ':')) {
        if (*folder == ':') folder++;
        size_t length = strcspn(folder, ":");
        if (strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0')) return true;
    }
    return false;
}

// Whether a descriptor, and the name in its folder where one is given, is what the calls are watched for.
static bool concerns(int fd, const char *relative) {
    if (root == NULL || is_inside) return false;
    if (relative != NULL && relative[0] == '/') return is_under(relative);
    if (fd < 0 && fd != AT_FDCWD) return false;
    char link[64], path[PATH_MAX];
    if (fd == AT_FDCWD) snprintf(link, sizeof(link), "/proc/self/cwd");
    else snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof(path) - 1);
    if (length < 0) return false;
    path[length] = '\0';
    if (strcmp(root, "socket") == 0) return strncmp(path, "socket:", 7) == 0;
    return is_under(path);
}

enum verdict { PASS, FAIL, SHORT, KILL_AFTER };

// Counts the call, and says what becomes of it; errno is set where it fails.
static enum verdict judge(const char *call) {
    if (fault == NULL || name == NULL || (strcmp(name, "any") != 0 && strcmp(name, call) != 0)) return PASS;
    int number = atomic_fetch_add(&shared->calls, 1) + 1;
    if (at > 0 ? number != at : at == 0 || number % 2 == 0) return PASS;
    atomic_fetch_add(&shared->faults, 1);
    if (strcmp(fault, "short") == 0) return SHORT;
    if (strcmp(fault, "killed") == 0) return KILL_AFTER;
    if (strcmp(fault, "kill") == 0) kill(getpid(), SIGKILL);
    errno = strcmp(fault, "EINTR") == 0    ? EINTR
            : strcmp(fault, "ENOSPC") == 0 ? ENOSPC
            : strcmp(fault, "EACCES") == 0 ? EACCES
            : strcmp(fault, "EMFILE") == 0 ? EMFILE
                                           : EIO;
    return FAIL;
}

static void lock(void) {
    while (atomic_exchange(&shared->lock, 1)) sched_yield();
    is_inside = true;
}

static void unlock(void) {
    is_inside = false;
    atomic_store(&shared->lock, 0);
}

static unsigned long long inode(int fd, const char *relative) {
    struct stat status;
    int result = relative == NULL ? fstat(fd, &status) : fstatat(fd, relative, &status, AT_SYMLINK_NOFOLLOW);
    return result == 0 ? status.st_ino : 0;
}

// The folder of a name, and the name in it.
static unsigned long long folder(int fd, const char *relative, const char **last) {
    const char *slash = strrchr(relative, '/');
    *last = slash ? slash + 1 : relative;
    if (slash == NULL) return fd == AT_FDCWD ? inode(AT_FDCWD, ".") : inode(fd, NULL);
    char parent[PATH_MAX];
    snprintf(parent, sizeof(parent), "%.*s", (int)(slash - relative), relative);
    return inode(fd, parent);
}

static void note(const char *format, ...) {
    char line[2 * PATH_MAX];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    if (syscall(SYS_write, record, line, length) != length) abort();
}

static void note_data(int fd, long long offset, const void *bytes, long long count) {
    long long place = atomic_fetch_add(&shared->data, count);
    if (syscall(SYS_write, data, bytes, count) != count) abort();
    note("write\t%llu\t%lld\t%lld\t%lld\n", inode(fd, NULL), offset, count, place);
}

// What every call below does: pass it on, let it fail, or do it and write it down.
#define CALL(kind, fd, relative, failed, doing, ...) \
    enum verdict verdict = PASS; \
    if (!concerns(fd, relative)) return doing; \
    verdict = judge(kind); \
    if (verdict == FAIL) return failed; \
    __typeof__(failed) result; \
    if (record >= 0) { \
        lock(); \
        __VA_ARGS__ \
        int error = errno; \
        unlock(); \
        errno = error; \
    } else { \
        result = doing; \
    } \
    if (verdict == KILL_AFTER) kill(getpid(), SIGKILL); \
    return result;

#define HALF(count) ((verdict == SHORT && (count) > 1) ? (count) / 2 : (count))

ssize_t read(int fd, void *buffer, size_t count) {
    REAL(read);
    if (!concerns(fd, NULL)) return real(fd, buffer, count);
    enum verdict verdict = judge("read");
    if (verdict == FAIL) return -1;
    return real(fd, buffer, HALF(count));
}

ssize_t write(int fd, const void *buffer, size_t count) {
    REAL(write);
    CALL("write", fd, NULL, (ssize_t)-1, real(fd, buffer, HALF(count)), {
        long long offset = lseek(fd, 0, SEEK_CUR);
        result = real(fd, buffer, HALF(count));
        if (result > 0) note_data(fd, offset, buffer, result);
    })
}

ssize_t pwrite(int fd, const void *buffer, size_t count, off_t offset) {
    REAL(pwrite);
    CALL("write", fd, NULL, (ssize_t)-1, real(fd, buffer, HALF(count), offset), {
        result = real(fd, buffer, HALF(count), offset);
        if (result > 0) note_data(fd, offset, buffer, result);
    })
}

ssize_t pwrite64(int fd, const void *buffer, size_t count, off64_t offset) { return pwrite(fd, buffer, count, offset); }

ssize_t pread(int fd, void *buffer, size_t count, off_t offset) {
    REAL(pread);
    if (!concerns(fd, NULL)) return real(fd, buffer, count, offset);
    enum verdict verdict = judge("read");
    if (verdict == FAIL) return -1;
    return real(fd, buffer, HALF(count), offset);
}

ssize_t pread64(int fd, void *buffer, size_t count, off64_t offset) { return pread(fd, buffer, count, offset); }

static int open_at(int fd, const char *path, int flags, mode_t mode) {
    REAL(openat);
    CALL("open", fd, path, -1, real(fd, path, flags, mode), {
        bool was_there = inode(fd, path) != 0;
        result = real(fd, path, flags, mode);
        const char *last;
        if (result >= 0 && !was_there && (flags & O_CREAT)) {
            unsigned long long parent = folder(fd, path, &last);
            note("create\t%llu\t%s\t%llu\n", parent, last, inode(result, NULL));
        } else if (result >= 0 && (flags & O_TRUNC)) {
            note("truncate\t%llu\t0\n", inode(result, NULL));
        }
    })
}

#define MODE \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
        va_list arguments; \
        va_start(arguments, flags); \
        mode = va_arg(arguments, mode_t); \
        va_end(arguments); \
    }

int openat(int fd, const char *path, int flags, ...) { MODE return open_at(fd, path, flags, mode); }
int openat64(int fd, const char *path, int flags, ...) { MODE return open_at(fd, path, flags, mode); }
int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }

int mkdirat(int fd, const char *path, mode_t mode) {
    REAL(mkdirat);
    CALL("mkdir", fd, path, -1, real(fd, path, mode), {
        result = real(fd, path, mode);
        const char *last;
        if (result == 0) {
            unsigned long long parent = folder(fd, path, &last);
            note("mkdir\t%llu\t%s\t%llu\n", parent, last, inode(fd, path));
        }
    })
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

int renameat2(int from, const char *source, int to, const char *target, unsigned flags) {
    REAL(renameat2);
    CALL("rename", from, source, -1, real(from, source, to, target, flags), {
        const char *first, *last;
        unsigned long long moved = inode(from, source), left = folder(from, source, &first);
        result = real(from, source, to, target, flags);
        if (result == 0) {
            unsigned long long entered = folder(to, target, &last);
            note("rename\t%llu\t%s\t%llu\t%s\t%llu\n", left, first, entered, last, moved);
        }
    })
}

int renameat(int from, const char *source, int to, const char *target) { return renameat2(from, source, to, target, 0); }
int rename(const char *source, const char *target) { return renameat2(AT_FDCWD, source, AT_FDCWD, target, 0); }

int unlinkat(int fd, const char *path, int flags) {
    REAL(unlinkat);
    CALL("unlink", fd, path, -1, real(fd, path, flags), {
        const char *last;
        unsigned long long parent = folder(fd, path, &last);
        result = real(fd, path, flags);
        if (result == 0) note("unlink\t%llu\t%s\n", parent, last);
    })
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int fsync(int fd) {
    REAL(fsync);
    CALL("fsync", fd, NULL, -1, real(fd), {
        result = real(fd);
        if (result == 0) note("flush\t%llu\n", inode(fd, NULL));
    })
}

int fdatasync(int fd) {
    REAL(fdatasync);
    CALL("fsync", fd, NULL, -1, real(fd), {
        result = real(fd);
        if (result == 0) note("flush\t%llu\n", inode(fd, NULL));
    })
}

int ftruncate(int fd, off_t length) {
    REAL(ftruncate);
    CALL("truncate", fd, NULL, -1, real(fd, length), {
        result = real(fd, length);
        if (result == 0) note("truncate\t%llu\t%lld\n", inode(fd, NULL), (long long)length);
    })
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

int fchmod(int fd, mode_t mode) {
    REAL(fchmod);
    if (!concerns(fd, NULL)) return real(fd, mode);
    enum verdict verdict = judge("chmod");
    if (verdict == FAIL) return -1;
    int result = real(fd, mode);
    if (verdict == KILL_AFTER) kill(getpid(), SIGKILL);
    return result;
}

int inotify_init1(int flags) {
    REAL(inotify_init1);
    if (getenv("CALLS_NO_WATCH") == NULL) return real(flags);
    errno = ENOSYS;
    return -1;
}

// Workers have no files; the process that makes the digest has, and it starts with an environment of its own.
int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
    REAL(posix_spawn);
    if (root == NULL || arguments[1] == NULL || strcmp(arguments[1], "digest") != 0)
        return real(pid, path, actions, attributes, arguments, environment);
    static const char *passed[] = {"LD_PRELOAD", "CALLS_ROOT", "CALLS_NUMBER", "CALLS_NAME", "CALLS_FAULT", "CALLS_AT",
                                   "CALLS_RECORD"};
    char *all[256], *made[7];
    size_t count = 0, own_count = 0;
    while (environment[count] != NULL && count < 240) {
        all[count] = environment[count];
        count++;
    }
    for (size_t i = 0; i < sizeof(passed) / sizeof(passed[0]); i++) {
        const char *value = getenv(passed[i]);
        if (value == NULL || asprintf(&made[own_count], "%s=%s", passed[i], value) < 0) continue;
        all[count++] = made[own_count++];
    }
    all[count] = NULL;
    int result = real(pid, path, actions, attributes, arguments, all);
    while (own_count > 0) free(made[--own_count]);
    return result;
}
