/** The entry of the command-line tool. A file of its own, because the other parts load the modules of the program. */
void import("./cli-program");
