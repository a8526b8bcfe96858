// Language identification by CLD2 (Debian's libcld2-dev, Apache-2.0), behind a C interface.
#ifndef DATELINE_LANGUAGE_DETECTOR_H
#define DATELINE_LANGUAGE_DETECTOR_H
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the BCP 47 code of the text's main language into `code` (at least 16 bytes, NUL-terminated).
/// `bytes` is valid UTF-8 of `length` bytes. Returns true when CLD2 calls its answer reliable.
bool dateline_detect_language(const char *bytes, size_t length, char *code, int *percent);

#ifdef __cplusplus
}
#endif
#endif
