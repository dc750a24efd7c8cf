#pragma once

#include <stdlib.h>

/* Gives whole pages of freed memory back to the system (glibc's malloc_trim); nothing where there is no such call. */
#if defined(__GLIBC__)
#include <malloc.h>

static inline void give_back_freed_memory(void) {
    malloc_trim(0);
}
#else
static inline void give_back_freed_memory(void) {}
#endif
