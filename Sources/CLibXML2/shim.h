// libxml2 for Swift. ICU is switched off before the other headers come in, because its C headers clash with
// Foundation's own copy ('UErrorCode' has different definitions).
#ifndef DATELINE_CLIBXML2_SHIM_H
#define DATELINE_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// `xmlFree` is a mutable global in C, which Swift 6 refuses to read; this calls through it.
static inline void dateline_xml_free(void *memory) { xmlFree(memory); }

/// The version of the library in use, such as "20914"; a macro over thread-local state in C.
static inline const char *dateline_xml_version(void) { return xmlParserVersion; }
#endif
