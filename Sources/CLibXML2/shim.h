#pragma once

/* Debian builds libxml2 with ICU, and its headers then pull in the system's ICU, which clashes with the one that
   Foundation carries. Nothing of ours needs it: say that it is not there before the other headers ask. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
