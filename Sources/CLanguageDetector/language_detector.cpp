#include "language_detector.h"

#include <cstdio>  // compact_lang_det.h names FILE without including it

#include <cld2/public/compact_lang_det.h>

#include <climits>
#include <cstring>

extern "C" bool dateline_detect_language(const char *bytes, size_t length, char *code, int *percent) {
    CLD2::Language languages[3];
    int percents[3];
    int textBytes = 0;
    bool reliable = false;
    // The article's opening tells its language: 4 kB are some 700 words, and of 1,617 development pages none is told
    // otherwise by 128 kB. CLD2 reads some 20 MB a second, which whole articles would feel.
    int limit = length > 4096 ? 4096 : static_cast<int>(length);
    while (limit > 0 && static_cast<size_t>(limit) < length && (bytes[limit] & 0xC0) == 0x80) limit--;
    CLD2::DetectLanguageSummary(bytes, limit, true, languages, percents, &textBytes, &reliable);
    std::strncpy(code, CLD2::LanguageCode(languages[0]), 15);
    code[15] = '\0';
    *percent = percents[0];
    return reliable;
}
