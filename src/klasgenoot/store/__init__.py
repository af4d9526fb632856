"""Where is it kept? One encrypted SQLite file, and nothing but that file."""

import sys

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils looks for `pysqlite3` before the standard library. Under that name it finds our
# encrypted driver, so that it catches the errors our connection really raises (decision 0003).
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2
