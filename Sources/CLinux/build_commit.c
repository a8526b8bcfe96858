#include "linux_calls.h"

// The build writes commit.h, one string literal, where it knows the commit (`make build`).
#if __has_include("commit.h")
const char *dateline_build_commit(void) {
    return
#include "commit.h"
        ;
}
#else
const char *dateline_build_commit(void) { return ""; }
#endif
