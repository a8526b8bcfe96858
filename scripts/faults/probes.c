// Loaded into a worker (LD_PRELOAD), it tries forbidden things from inside the walls: at the first read from the
// descriptor PROBE_FROM, which the worker does only when they stand. PROBE names the things, one a line. What came of
// each goes to descriptor 3 as a line, the errno or 0; where a thing is deadly, nothing comes.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

static void *nothing(void *argument) { return argument; }

static int connected(int domain, int type) {
    int fd = socket(domain, type, 0);
    if (fd < 0) return -1;
    struct sockaddr_in target = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    // Nobody listens there; that a refusal comes back shows that the call went out.
    int result = domain == AF_INET ? connect(fd, (struct sockaddr *)&target, sizeof(target)) : 0;
    return result < 0 && errno == ECONNREFUSED ? 0 : result;
}

static long try_it(const char *probe) {
    const char *file = getenv("PROBE_FILE");
    char other[4096];
    snprintf(other, sizeof(other), "%s.other", file);
    char *const words[] = {"true", NULL}, *const environment[] = {NULL};
    pid_t child;
    pthread_t thread;
    struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
#define IS(name) (strcmp(probe, name) == 0)
    if (IS("open a file")) return open(file, O_RDONLY);
    if (IS("make a file")) return open(other, O_WRONLY | O_CREAT, 0600);
    if (IS("open by the system call alone")) return syscall(SYS_open, file, O_RDONLY);
    if (IS("list a folder")) return open("/", O_RDONLY | O_DIRECTORY);
    if (IS("open /proc/self/mem")) return open("/proc/self/mem", O_RDWR);
    if (IS("look at a file")) {
        struct stat status;
        return stat(file, &status);
    }
    if (IS("read a link")) return readlink("/proc/self/exe", other, sizeof(other)) < 0 ? -1 : 0;
    if (IS("remove a file")) return unlink(file);
    if (IS("rename a file")) return rename(file, other);
    if (IS("link a file")) return link(file, other);
    if (IS("make a link")) return symlink(file, other);
    if (IS("make a folder")) return mkdir(other, 0700);
    if (IS("change permissions")) return chmod(file, 0600);
    if (IS("change the folder")) return chdir("/");
    if (IS("shorten a file")) return truncate(file, 0);
    if (IS("connect over TCP")) return connected(AF_INET, SOCK_STREAM);
    if (IS("send over UDP")) return connected(AF_INET, SOCK_DGRAM);
    if (IS("make a local socket")) return connected(AF_UNIX, SOCK_STREAM);
    if (IS("pass a descriptor on")) {
        struct msghdr message = {0};
        return sendmsg(3, &message, 0);
    }
    if (IS("fork")) {
        child = fork();
        if (child == 0) _exit(0);
        return child;
    }
    if (IS("fork by the system call alone")) {
        long result = syscall(SYS_fork);
        if (result == 0) _exit(0);
        return result;
    }
    if (IS("start a thread")) {
        errno = pthread_create(&thread, NULL, nothing, NULL);
        return errno == 0 ? 0 : -1;
    }
    if (IS("spawn a program")) {
        errno = posix_spawn(&child, "/bin/true", NULL, NULL, words, environment);
        return errno == 0 ? 0 : -1;
    }
    if (IS("become a program")) return execve("/bin/true", words, environment);
    if (IS("trace its parent")) return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL);
    if (IS("be traced")) return ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    if (IS("read another's memory")) {
        struct iovec own = {other, 1}, its = {other, 1};
        return process_vm_readv(getpid(), &own, 1, &its, 1, 0);
    }
    if (IS("signal its parent")) return kill(getppid(), 0);
    if (IS("map executable memory"))
        return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
    if (IS("make memory executable")) {
        void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return mprotect(page, 4096, PROT_READ | PROT_EXEC);
    }
    if (IS("have more memory than its limit")) {
        size_t size = (size_t)2 << 30;
        void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return pages == MAP_FAILED ? -1 : 0;
    }
    if (IS("raise a limit")) return setrlimit(RLIMIT_CORE, &more);
    if (IS("get privileges back")) return prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) < 0 ? -1 : 0;
    if (IS("hide from its parent's death")) return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    if (IS("load a program into the kernel")) return syscall(SYS_bpf, 0, NULL, 0) < 0 && errno == EPERM ? -1 : 0;
    if (IS("make a namespace")) return syscall(SYS_unshare, 0);
    if (IS("use a ring of calls")) return syscall(SYS_io_uring_setup, 1, NULL) < 0 && errno == EFAULT ? 0 : -1;
    if (IS("make a file in memory")) return memfd_create("a", 0);
    errno = ENOTSUP;
    return -1;
}

ssize_t read(int fd, void *buffer, size_t count) {
    static __typeof__(&read) real;
    static bool is_done;
    if (real == NULL) real = (__typeof__(&read))dlsym(RTLD_NEXT, "read");
    const char *from = getenv("PROBE_FROM"), *probe = getenv("PROBE");
    if (from == NULL || probe == NULL || is_done || fd != atoi(from)) return real(fd, buffer, count);
    is_done = true;
    char all[8192], *rest = all, *one;
    snprintf(all, sizeof(all), "%s", probe);
    while ((one = strsep(&rest, "\n")) != NULL) {
        errno = 0;
        long result = try_it(one);
        char line[64];
        int length = snprintf(line, sizeof(line), "%d\n", result < 0 ? errno : 0);
        if (write(3, line, length) != length) _exit(9);
    }
    return real(fd, buffer, count);
}
