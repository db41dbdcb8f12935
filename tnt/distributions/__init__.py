"""What a number may be: distributions by their mean and quantiles, for whoever reads ranges and whoever draws them."""
