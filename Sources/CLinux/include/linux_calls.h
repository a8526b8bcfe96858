// Linux calls that the Glibc module does not carry: Landlock, seccomp, file leases, file-system types, pidfds.
#ifndef DATELINE_LINUX_CALLS_H
#define DATELINE_LINUX_CALLS_H
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>

/// The Landlock ABI the kernel offers, or a negative errno where it offers none.
int dateline_landlock_abi(void);

/// Denies this thread, and every thread it starts later, all access to files and TCP; irrevocable.
/// Returns 0, or a negative errno.
int dateline_landlock_deny_all(void);

/// Restricts every thread of this process to the system calls a parser needs; anything else fails with EPERM,
/// and starting programs or tracing others kills the process. Returns 0, or a negative errno.
int dateline_seccomp_restrict(void);

/// Whether the kernel takes seccomp filters at all.
bool dateline_seccomp_available(void);

/// The commit this was built from, or "" where the build did not say.
const char *dateline_build_commit(void);

/// Lets malloc keep freed memory for the next document, up to 32 MB, instead of giving it back to the kernel and asking for the
/// same again: a process that reads one document after the other spends up to 3 % of its time on that. Blocks above 4 MB, which
/// a large document needs, are given back at once.
void dateline_keep_memory(void);

/// Gives this process a name of at most 15 bytes in the process list.
void dateline_name_process(const char *name);

/// Has the kernel kill this process when the thread that started it ends. Returns 0, or -ESRCH where that process, which
/// had the given id, is gone already.
int dateline_end_with_parent(int parent);

/// Sets "no new privileges" for this process. Returns 0, or a negative errno.
int dateline_no_new_privileges(void);

/// 1: some process has the file open for writing; 0: nobody has; -1: the kernel would not say (not the owner, or the
/// file system has no leases).
int dateline_has_writer(int fd);

/// The file system's magic number (statfs f_type) of an open file, or 0.
int64_t dateline_filesystem_type(int fd);

/// A descriptor that becomes readable when the process ends, or a negative errno.
int dateline_pidfd_open(int pid);

/// Makes a process to be spawned start without any descriptor from `first` on. Returns 0, or an errno.
int dateline_spawn_closing_from(posix_spawn_file_actions_t *actions, int first);

/// rename, but never over an existing entry: 0, or a negative errno (EEXIST, EXDEV, ENOSYS …).
int dateline_rename_exclusive(int olddir, const char *from, int newdir, const char *to);

/// Sets one resource limit, soft and hard alike. Returns 0, or a negative errno.
int dateline_limit_memory(uint64_t bytes);
int dateline_limit_cpu(uint64_t seconds);
int dateline_limit_files(void);
#endif
