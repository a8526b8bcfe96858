import Digest
import Pipeline
