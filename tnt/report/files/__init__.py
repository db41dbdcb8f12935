"""An estimate as files for programs and spreadsheets: JSON, CSV, Parquet, XLSX, frames."""
