#define _GNU_SOURCE
#include "linux_calls.h"

#include <errno.h>
#include <signal.h>
#include <fcntl.h>
#include <malloc.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock's numbers, from the kernel's <linux/landlock.h>; written out because Debian 12's headers stop at ABI 2.
struct landlock_ruleset {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};
#define LANDLOCK_CREATE_RULESET_VERSION (1U << 0)
#define SYS_LANDLOCK_CREATE_RULESET 444
#define SYS_LANDLOCK_RESTRICT_SELF 446
#define SYS_PIDFD_OPEN 434

int dateline_landlock_abi(void) {
    long abi = syscall(SYS_LANDLOCK_CREATE_RULESET, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return abi < 0 ? -errno : (int)abi;
}

int dateline_landlock_deny_all(void) {
    int abi = dateline_landlock_abi();
    if (abi < 0) return abi;
    struct landlock_ruleset rules = {0};
    // Rights by ABI: 1 has 13 (bits 0-12), 2 adds refer (13), 3 truncate (14), 5 ioctl on devices (15).
    unsigned bits = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
    rules.handled_access_fs = (1ULL << bits) - 1;
    size_t size = sizeof(rules.handled_access_fs);
    if (abi >= 4) {
        rules.handled_access_net = 3;  // bind and connect over TCP
        size = offsetof(struct landlock_ruleset, scoped);
    }
    if (abi >= 6) {
        rules.scoped = 3;  // abstract sockets and signals stay inside
        size = sizeof(rules);
    }
    long fd = syscall(SYS_LANDLOCK_CREATE_RULESET, &rules, size, 0);
    if (fd < 0) return -errno;
    long result = syscall(SYS_LANDLOCK_RESTRICT_SELF, fd, 0);
    int error = errno;
    close((int)fd);
    return result < 0 ? -error : 0;
}

bool dateline_seccomp_available(void) {
    return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

void dateline_keep_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    mallopt(M_TRIM_THRESHOLD, 32 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
}

void dateline_name_process(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

int dateline_end_with_parent(int parent) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) return -errno;
    return getppid() == parent ? 0 : -ESRCH;
}

int dateline_no_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ? -errno : 0;
}

int dateline_seccomp_restrict(void) {
    // Memory, threads' locks, time, randomness, and reading and writing what is already open. No call that names a
    // file, makes a socket or starts a process.
    static const int allowed[] = {
        SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(recvfrom), SCMP_SYS(sendto),
        SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(lseek), SCMP_SYS(poll), SCMP_SYS(ppoll),
        SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
        SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
        SCMP_SYS(rt_sigaction), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
        SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
        SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid),
        SCMP_SYS(getrusage), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sysinfo),
        SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(membarrier),
    };
    static const int fatal[] = {
        SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace),
        SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(bpf), SCMP_SYS(kexec_load),
    };
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (context == NULL) return -ENOMEM;
    int result = seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1);
    for (size_t i = 0; result == 0 && i < sizeof(allowed) / sizeof(allowed[0]); i++)
        result = seccomp_rule_add(context, SCMP_ACT_ALLOW, allowed[i], 0);
    for (size_t i = 0; result == 0 && i < sizeof(fatal) / sizeof(fatal[0]); i++)
        result = seccomp_rule_add(context, SCMP_ACT_KILL_PROCESS, fatal[i], 0);
    // Memory may be mapped and its protection changed, but never made executable.
    if (result == 0)
        result = seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                                  SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    if (result == 0)
        result = seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                                  SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    // Limits may be read, not set; signals may be sent to the process itself only (abort()).
    if (result == 0)
        result = seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0));
    if (result == 0)
        result = seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                                  SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
    if (result == 0) result = seccomp_load(context);
    seccomp_release(context);
    return result;
}

int dateline_has_writer(int fd) {
    if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(fd, F_SETLEASE, F_UNLCK);
        return 0;
    }
    return errno == EAGAIN ? 1 : -1;
}

int64_t dateline_filesystem_type(int fd) {
    struct statfs status;
    return fstatfs(fd, &status) == 0 ? (int64_t)status.f_type : 0;
}

int dateline_pidfd_open(int pid) {
    long fd = syscall(SYS_PIDFD_OPEN, pid, 0);
    return fd < 0 ? -errno : (int)fd;
}

int dateline_spawn_closing_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int dateline_rename_exclusive(int olddir, const char *from, int newdir, const char *to) {
    int result;
    do {
        result = renameat2(olddir, from, newdir, to, RENAME_NOREPLACE);
    } while (result < 0 && errno == EINTR);
    return result < 0 ? -errno : 0;
}

static int limit(int resource, uint64_t value) {
    struct rlimit limits = {value, value};
    return setrlimit(resource, &limits) < 0 ? -errno : 0;
}

// RLIMIT_DATA counts private writable memory, however it was had (Linux 4.7 and later); RLIMIT_AS would also count
// the mapped libraries and the address space that malloc merely reserves.
int dateline_limit_memory(uint64_t bytes) { return limit(RLIMIT_DATA, bytes); }

int dateline_limit_cpu(uint64_t seconds) { return limit(RLIMIT_CPU, seconds); }

int dateline_limit_files(void) {
    int result = limit(RLIMIT_FSIZE, 0);
    if (result == 0) result = limit(RLIMIT_CORE, 0);
    return result;
}
