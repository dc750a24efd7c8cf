#pragma once

/* A disk that fails at a call that was counted out: preloaded (LD_PRELOAD) into a program, this library stands between it
   and the C library, counts the calls that change files below one folder, and at one of them kills the program or has
   the call fail. The program itself knows nothing of it. It is told by variables of the environment:

   FAULTY_DISK_ROOT         the folder, as a real path; nothing happens without it
   FAULTY_DISK_LOG          a file outside of it: a line for each call (number, name, path), and one that says `struck`
   FAULTY_DISK_AT           the number of the call, from 1
   FAULTY_DISK_FROM         the name of a call, such as `exchange`: only what comes after the first of that name is counted
   FAULTY_DISK_DOES         `kill`, or the number of an error; a write that the program is killed at is half done
   FAULTY_DISK_LASTS        if set, what takes space fails from there on, as on a disk that stays full
   FAULTY_DISK_NO_EXCHANGE  if set, two folders can't be exchanged, as on many a network's file system
   FAULTY_DISK_KILL_AFTER   microseconds after which the program is killed, whatever it does

   Standard input, output and error are left alone. */
